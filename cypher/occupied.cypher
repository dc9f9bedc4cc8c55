// Whether there is anything that has the labels of a graph of Kith: 1, else 0.
MATCH (node)
WHERE node:Document OR node:Passage OR node:Entity
WITH node LIMIT 1
RETURN count(node) AS nodes
