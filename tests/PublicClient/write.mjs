// Writes into a store with MongoDB's own driver, which knows nothing of CyberPatrol: node write.mjs CONNECTION DATABASE BUCKET
// Copies the first listing under another key and uploads a blob named by its hash. Prints one line of JSON. tests/Crawler.Storage.Tests/Mongo/PublicClientTests.cs runs it.
import { createHash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import { GridFSBucket, MongoClient } from 'mongodb';

const [connection, database, bucket] = process.argv.slice(2);
const client = await MongoClient.connect(connection);
try {
  const db = client.db(database);
  const listing = await db.collection('listings').findOne();
  const id = `${listing._id}-copy`;
  await db.collection('listings').insertOne({ ...listing, _id: id, document: { ...listing.document, id, title: 'Copied' } });

  const bytes = Buffer.from(Uint8Array.from({ length: 700_000 }, (_, i) => i >> 8));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const upload = new GridFSBucket(db, { bucketName: bucket }).openUploadStreamWithId(sha256, sha256);
  upload.end(bytes);
  await finished(upload);

  console.log(JSON.stringify({ id, sha256 }));
} finally {
  await client.close();
}
