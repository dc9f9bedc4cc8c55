// The entities that keep the closest company · 同现最紧密的实体
MATCH (a:Entity)-[edge:CO_MENTION]->(b:Entity)
RETURN a.name AS one, b.name AS other, edge.weight AS weight, edge.support AS support, a.id AS id, b.id AS otherId
ORDER BY weight DESC, id, otherId
LIMIT 25
