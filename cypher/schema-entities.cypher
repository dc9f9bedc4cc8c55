// Which properties each entity has.
MATCH (entity:Entity)
RETURN entity.id AS id, entity.kind AS label, entity.mentions AS mentions, keys(entity) AS names
