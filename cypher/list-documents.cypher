// The ids of all documents.
MATCH (node:Document)
RETURN node.id AS id
