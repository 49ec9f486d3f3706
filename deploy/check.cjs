// node check.cjs MANIFESTS DOCKERFILE: each Kubernetes object against the schema of its kind, and the Dockerfile against its grammar.
const fs = require("fs");
const yaml = require("js-yaml");
const { validate } = require("dockerfile-utils");

const [manifests, dockerfile] = process.argv.slice(2).map(file => fs.readFileSync(file, "utf8"));
let failed = false;

function fail(what, problem) {
  console.log(`${what.padEnd(12)} FAILED: ${problem}`);
  failed = true;
}

function modelOf({ apiVersion, kind }) {
  const models = apiVersion.startsWith("keda.sh/") ? "@kubernetes-models/keda" : "kubernetes-models";
  return require(`${models}/${apiVersion}/${kind}`)[kind];
}

let objects = 0;
yaml.loadAll(manifests, object => {
  try {
    new (modelOf(object))(object).validate();
    objects++;
  } catch (problem) {
    fail("kubernetes", `${object.kind} ${object.metadata.name}: ${problem.message}`);
  }
});
console.log(`${"kubernetes".padEnd(12)} ${objects} objects`);

const problems = validate(dockerfile);
for (const { message, range } of problems) {
  fail("dockerfile", `line ${range.start.line + 1}: ${message}`);
}
if (problems.length === 0) {
  console.log(`${"dockerfile".padEnd(12)} ${dockerfile.split("\n").filter(line => /^FROM /.test(line)).length} stages`);
}
process.exit(failed ? 1 : 0);
