// Reads a store with MongoDB's own driver, which knows nothing of CyberPatrol: node read.mjs CONNECTION DATABASE BUCKET SHA256
// Prints one line of JSON. tests/Crawler.Storage.Tests/Mongo/PublicClientTests.cs runs it; it serves by hand as well (npm ci first).
import { createHash } from 'node:crypto';
import { GridFSBucket, MongoClient } from 'mongodb';

const [connection, database, bucket, sha256] = process.argv.slice(2);
const client = await MongoClient.connect(connection);
try {
  const db = client.db(database);
  const collections = (await db.listCollections().toArray()).map((c) => c.name).sort();
  const listing = await db.collection('listings').findOne({ 'fields.site': 'bazaar', 'fields.price': { $gte: 10, $lt: 20 }, words: 'ivory' });
  const indexes = (await db.collection('listings').indexes()).map((i) => i.name).sort();
  const hash = createHash('sha256');
  for await (const chunk of new GridFSBucket(db, { bucketName: bucket }).openDownloadStreamByName(sha256)) {
    hash.update(chunk);
  }

  console.log(JSON.stringify({
    collections,
    indexes,
    title: listing?.document.title,
    firstSeenIsDate: listing?.fields.firstSeenAt instanceof Date,
    firstSeenAt: listing?.fields.firstSeenAt,
    blob: hash.digest('hex'),
  }));
} finally {
  await client.close();
}
