// The entities that keep the closest company · 同现最紧密的实体
MATCH (a:Entity)-[edge:CO_MENTION]->(b:Entity)
RETURN a.name AS one, b.name AS other, edge.weight AS weight, edge.support AS support
ORDER BY weight DESC, one, other
LIMIT 25
