// Removes passages that are no longer there, with all that hangs on them.
//
// $ids  of the passages
UNWIND $ids AS id
MATCH (node:Passage {id: id})
DETACH DELETE node
