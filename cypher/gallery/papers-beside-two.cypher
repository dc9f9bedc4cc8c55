// en: Which papers are named with both RWKV and Mamba?
// zh: 哪些论文同时与 RWKV、Mamba 一起被提到？
// group: papers
//
// $a  "model/rwkv"  one entity, by its id · 一个实体的 id
// $b  "model/mamba"  the other · 另一个实体的 id
MATCH (:Entity {id: $a})-[:CO_MENTION]-(paper:Paper)
WITH DISTINCT paper
MATCH (paper)-[:CO_MENTION]-(:Entity {id: $b})
RETURN DISTINCT paper.name AS paper, paper.year AS year, paper.mentions AS mentions, paper.id AS id
ORDER BY mentions DESC, id
LIMIT 200
