// What is denied or only alleged about an actor
//
// Relations of the actor that a document reports as denied or alleged, and claims that mention the
// actor and that somebody denied, hedged or put forward as an allegation. It does not prove that a
// denial is false or an allegation true; it shows where the record is disputed, and by whom.
//
// @id denied-or-alleged
// @param actor string required The actor: id, name or alias
// @param limit integer 50 500 Rows at most
// @column kind string RELATION or CLAIM
// @column statement string The relation in words, or the text of the claim
// @column stance string How the speaker stands towards a claim
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
  // By id, else by name: the index finds its words, and the whole of it is compared.
  MATCH (a:Entity {id: $actor})
  RETURN a
  UNION
  MATCH (a:Entity {name: $actor})
  RETURN a
  UNION
  WITH '"' + replace(replace($actor, '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
  YIELD node AS a
  WHERE a:Entity
    AND (toLower(a.name) = toLower($actor)
         OR any(alias IN a.aliases WHERE toLower(alias) = toLower($actor)))
  RETURN a
}
CALL (a) {
  MATCH (a)-[r]-(:Entity)
  WHERE r.modality IN ['denied', 'alleged'] AND r.quote IS NOT NULL
  MATCH (d:Document {id: r.document})
  RETURN DISTINCT 'RELATION' AS kind, r, d, null AS stance,
         startNode(r).name + ' ' + type(r) + ' ' + endNode(r).name AS statement
  UNION
  MATCH (a)<-[m:MENTIONS]-(d:Document)
  MATCH ()-[r:SAID|STATES {document: d.id}]->(c:Claim)
  WHERE (r.modality IN ['denied', 'alleged'] OR r.stance IN ['denies', 'hedges'])
    AND any(i IN range(0, size(m.starts) - 1)
            WHERE m.starts[i] >= r.start AND m.ends[i] <= r.end)
  RETURN 'CLAIM' AS kind, r, d, r.stance AS stance, c.text AS statement
}
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN DISTINCT kind, statement, stance,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY published_at, document, kind, statement, citation
LIMIT $limit
