// en: Concepts that two models share
// zh: 两个模型共有的概念
// group: company
//
// $a  "model/rwkv"  one entity, by its id · 一个实体的 id
// $b  "model/mamba"  the other · 另一个实体的 id
MATCH (:Entity {id: $a})-[:CO_MENTION]-(shared:Concept)
WITH DISTINCT shared
MATCH (shared)-[:CO_MENTION]-(:Entity {id: $b})
RETURN DISTINCT shared.name AS concept, shared.mentions AS mentions, shared.id AS id
ORDER BY mentions DESC, id
LIMIT 200
