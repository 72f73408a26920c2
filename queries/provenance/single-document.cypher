// Entities that rest on one document alone
//
// Everyone and everything that a single document puts into the graph, those with the most
// relations first, with one sentence as a sample: the places where one mistaken or invented
// article would change the picture most. One document does not make an entity false, and several
// documents can copy one mistake.
//
// @id single-document
// @param type string(node) null Only such a kind, as Person or Treaty; all when left out
// @param limit integer 50 500 Rows at most
// @column entity string Name
// @column entity_id string Id
// @column type string Kind of entity
// @column relations integer How many cited relations it takes part in
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"type": "Person"}
MATCH (d:Document)-[:MENTIONS|RECORDS]->(e:Entity)
WITH e, collect(DISTINCT d) AS documents
WHERE size(documents) = 1 AND ($type IS NULL OR $type IN labels(e))
WITH e, head(documents) AS d
MATCH (e)-[r]-(:Entity)
WHERE r.quote IS NOT NULL
WITH e, d, r
ORDER BY r.start, r.id
WITH e, d, collect(r) AS edges
WITH e, d, head(edges) AS r, size(edges) AS relations
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN e.name AS entity, e.id AS entity_id,
       [label IN labels(e) WHERE NOT label IN ['Entity', 'Actor']][0] AS type, relations,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY relations DESC, entity, entity_id
LIMIT $limit
