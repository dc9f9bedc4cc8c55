// Concepts that two models share · 两个模型共有的概念
MATCH (a:Entity {id: 'model/rwkv'})-[:CO_MENTION]-(shared:Concept)
WITH DISTINCT shared
MATCH (shared)-[:CO_MENTION]-(:Entity {id: 'model/mamba'})
RETURN DISTINCT shared.name AS concept, shared.mentions AS mentions
ORDER BY mentions DESC, concept
