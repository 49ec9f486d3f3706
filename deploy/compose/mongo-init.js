// Run by mongosh without a connection (--nodb): joins the three members into rs0 and makes the application's user. Safe to repeat.
const fs = require("fs");
const secret = name => fs.readFileSync(`/run/secrets/${name}`, "utf8").trim();
const admin = `mongodb://root:${encodeURIComponent(secret("mongo_root_password"))}@mongo-1:27017/admin?directConnection=true`;

const database = connect(admin);
try {
  database.adminCommand({ replSetGetStatus: 1 });
} catch (problem) {
  if (problem.codeName !== "NotYetInitialized") {
    throw problem;
  }
  const members = ["mongo-1:27017", "mongo-2:27018", "mongo-3:27019"].map((host, i) => ({ _id: i, host, priority: i === 0 ? 2 : 1 }));
  database.adminCommand({ replSetInitiate: { _id: "rs0", members } });
  print("replica set rs0 begun");
}

const deadline = Date.now() + 120_000;
while (!database.adminCommand({ hello: 1 }).isWritablePrimary) {
  if (Date.now() > deadline) {
    throw new Error("mongo-1 did not become primary within two minutes");
  }
  sleep(500);
}

const store = database.getSiblingDB("cyberpatrol");
const roles = [{ role: "readWrite", db: "cyberpatrol" }];
if (store.getUser("cyberpatrol") === null) {
  store.createUser({ user: "cyberpatrol", pwd: secret("mongo_password"), roles });
  print("user cyberpatrol made");
} else {
  store.updateUser("cyberpatrol", { pwd: secret("mongo_password"), roles });
}
