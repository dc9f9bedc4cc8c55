// en: The strongest company of an organization
// zh: 与一个机构同现最强的实体
// group: company
//
// $organization  "organization/openai"  an organization, by its id · 机构的 id
MATCH (:Organization {id: $organization})-[met:CO_MENTION]-(other:Entity)
RETURN other.name AS name, other.kind AS kind, met.weight AS weight, met.scope AS scope, other.id AS id
ORDER BY weight DESC, id
LIMIT 50
