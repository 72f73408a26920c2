// Who holds which office
//
// People and the offices that documents give them, of one person or of one state or body, or all.
// It does not prove that an office is held today: a title in an article of last year is last
// year's, a former office is often given without "former", and journalists shorten titles.
//
// @id offices
// @param actor string null The person, state or body: id, name or alias; all when left out
// @param limit integer 50 500 Rows at most
// @column person string Name of the person
// @column person_id string The person's id
// @column office string The office as the document words it
// @column body string Name of the state, place or body whose office it is
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"actor": "Belarus"}
CALL () {
  WITH 1 AS everybody
  WHERE $actor IS NULL
  MATCH (:Person)-[r:HOLDS_OFFICE]->(:Entity)
  RETURN r
  UNION ALL
  CALL () {
    // By id, else by name: the index finds its words, and the whole of it is compared.
    MATCH (a:Entity {id: $actor})
    RETURN a
    UNION
    MATCH (a:Entity {name: $actor})
    RETURN a
    UNION
    WITH '"' + replace(replace(coalesce($actor, ''), '\\', ' '), '"', ' ') + '"' AS words
    CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
    YIELD node AS a
    WHERE a:Entity
      AND (toLower(a.name) = toLower($actor)
           OR any(alias IN a.aliases WHERE toLower(alias) = toLower($actor)))
    RETURN a
  }
  MATCH (a)-[r:HOLDS_OFFICE]-(:Entity)
  RETURN DISTINCT r
}
// Only what orders the rows is read of all of them, the rest of those that are shown.
WITH r, startNode(r) AS s, endNode(r) AS t
WHERE s:Person
WITH r, s.name AS person, s.id AS person_id, r.title AS office, t.name AS body,
     r.published_at AS published, r.id AS id
ORDER BY person, person_id, body, office, published, id
LIMIT $limit
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN person, person_id, office, body,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY person, person_id, body, office, published_at, citation
LIMIT $limit
