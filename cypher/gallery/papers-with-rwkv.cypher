// Papers that are named in the same passage as RWKV · 与 RWKV 同段出现的论文
MATCH (:Entity {id: 'model/rwkv'})<-[:MENTIONS]-(passage:Passage)
WITH DISTINCT passage
MATCH (passage)-[:MENTIONS]->(paper:Paper)
RETURN DISTINCT paper.name AS paper, paper.id AS id
ORDER BY id
LIMIT 200
