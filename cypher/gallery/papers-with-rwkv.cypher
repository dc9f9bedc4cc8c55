// Papers that are named in the same passage as RWKV · 与 RWKV 同段出现的论文
MATCH (p:Paper)<-[:MENTIONS]-(:Passage)-[:MENTIONS]->(:Entity {id: 'model/rwkv'})
RETURN DISTINCT p.name AS paper, p.id AS id
ORDER BY id
