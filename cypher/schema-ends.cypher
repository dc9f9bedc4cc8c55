// Which labels the relationships of one type join, and how often.
MATCH (source)-[edge:RELATION]->(target)
RETURN coalesce(source.kind, head(labels(source))) AS source, coalesce(target.kind, head(labels(target))) AS target, count(edge) AS total
ORDER BY total DESC, source, target
