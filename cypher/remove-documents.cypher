// Removes documents that are no longer there, with all that hangs on them.
//
// $ids  of the documents
UNWIND $ids AS id
MATCH (node:Document {id: id})
DETACH DELETE node
