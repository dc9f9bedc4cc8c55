// Every entity with the first day that names it.
MATCH (entity:Entity)
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, entity.mentions AS mentions, entity.documents AS documents, entity.firstSeen AS firstSeen
