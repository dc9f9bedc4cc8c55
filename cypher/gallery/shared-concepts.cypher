// Concepts that two models share · 两个模型共有的概念
MATCH (:Entity {id: 'model/rwkv'})-[:CO_MENTION]-(shared:Concept)
WITH DISTINCT shared
MATCH (shared)-[:CO_MENTION]-(:Entity {id: 'model/mamba'})
RETURN DISTINCT shared.name AS concept, shared.mentions AS mentions, shared.id AS id
ORDER BY mentions DESC, id
LIMIT 200
