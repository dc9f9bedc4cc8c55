// The ids of all passages.
MATCH (node:Passage)
RETURN node.id AS id
