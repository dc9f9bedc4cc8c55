// Methods first named after 2024-01 · 2024 年之后才出现的方法
MATCH (method:Method)
WHERE method.firstSeen >= '2024-01'
RETURN method.name AS method, method.firstSeen AS firstSeen, method.documents AS documents, method.id AS id
ORDER BY firstSeen DESC, id
LIMIT 50
