// What is known of the graph as a whole.
//
// $properties  id, schema, whole, sha256 and counts
MERGE (graph:Graph {id: 'kith'})
SET graph = $properties
