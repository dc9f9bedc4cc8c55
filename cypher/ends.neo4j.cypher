// The semantic ids of nodes that an answer knows by the database's own: the ends of its edges.
//
// $ids  the database's ids
MATCH (n)
WHERE elementId(n) IN $ids
RETURN elementId(n) AS node, n.id AS id
