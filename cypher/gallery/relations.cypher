// en: Which kinds the typed relations join, and how often
// zh: 各种关系连接哪些类别，各有多少
// group: overview
MATCH (a:Entity)-[edge:VARIANT_OF|INTRODUCED_IN|EVALUATED_ON|IMPLEMENTED_IN|RUNS_ON|COMPARED_WITH|USES]->(b:Entity)
RETURN a.kind AS one, type(edge) AS relation, b.kind AS other, count(edge) AS edges
ORDER BY edges DESC, one, relation, other
