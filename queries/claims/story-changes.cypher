// Who changed his story
//
// Pairs of claims by one speaker of which one is denied, mocked or passed over in silence and the
// other asserted or praised, where both are one claim, contradict each other, or share most of
// their words. The earlier one is `before`. It does not prove a lie: a story may change with what
// is known, and two sentences of like words may speak of two things.
//
// @id story-changes
// @param speaker string null Who speaks: id, name or alias; everybody when left out
// @param limit integer 50 500 Rows at most
// @column speaker string Name of who said both
// @column before_stance string How the speaker stood towards the earlier claim
// @column before string The earlier claim
// @column before_date date When it was said or published
// @column before_citation string Id of its citation
// @column stance string How the speaker stood towards the later claim
// @column claim string The later claim
// @column date date When it was said, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence the later claim rests on
// @column title string Title of its document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"speaker": "Viktar Hrynkevich"}
CALL () {
  WITH 1 AS everybody
  WHERE $speaker IS NULL
  MATCH (s:Entity)-[:SAID]->(:Claim)
  RETURN DISTINCT s
  UNION
  MATCH (s:Entity {id: $speaker})
  RETURN s
  UNION
  MATCH (s:Entity {name: $speaker})
  RETURN s
  UNION
  // By name: the index finds its words, and the whole of it is compared.
  WITH '"' + replace(replace(coalesce($speaker, ''), '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
  YIELD node AS s
  WHERE s:Entity
    AND (toLower(s.name) = toLower($speaker)
         OR any(alias IN s.aliases WHERE toLower(alias) = toLower($speaker)))
  RETURN s
}
MATCH (s)-[no:SAID]->(x:Claim)
WHERE no.stance IN ['denies', 'mocks', 'silent']
WITH s, no, x,
     [word IN split(replace(replace(replace(toLower(x.text), '"', ' '), '\\', ' '), ',', ' '), ' ')
      WHERE size(word) > 3] AS told
CALL (s, x, told) {
  RETURN x AS y
  UNION
  MATCH (x)-[:CONTRADICTS]-(y:Claim)
  RETURN y
  UNION
  WITH told WHERE size(told) > 2
  CALL db.index.fulltext.queryNodes('search',
    'text:(' + reduce(all = '', word IN told[..20] | all + ' "' + word + '"') + ')', {limit: 50})
  YIELD node AS y
  WHERE y:Claim AND y <> x
  WITH y, told, [word IN split(replace(toLower(y.text), ',', ' '), ' ') WHERE size(word) > 3] AS now
  WITH y, [word IN told WHERE word IN now] AS shared, told, now
  WHERE size(now) > 2 AND 3 * size(shared) >= 2 * size(told) AND 3 * size(shared) >= 2 * size(now)
  RETURN y
}
MATCH (s)-[yes:SAID]->(y)
WHERE yes.stance IN ['asserts', 'praises']
WITH s, x, y, no, yes, coalesce(no.date, left(no.published_at, 10), '') AS denied,
     coalesce(yes.date, left(yes.published_at, 10), '') AS admitted
WITH s, denied < admitted OR (denied = admitted AND no.start < yes.start) AS turned, x, y, no, yes,
     denied, admitted
WITH s, CASE WHEN turned THEN [no, x, denied] ELSE [yes, y, admitted] END AS earlier,
     CASE WHEN turned THEN [yes, y] ELSE [no, x] END AS later
WITH s, earlier, later[1] AS claim, later[0] AS r
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN DISTINCT s.name AS speaker, earlier[0].stance AS before_stance, earlier[1].text AS before,
       earlier[2] AS before_date, earlier[0].id AS before_citation, r.stance AS stance,
       claim.text AS claim, r.date AS date, r.modality AS modality,
       coalesce(who.name, r.asserted_by) AS asserted_by, r.quote AS quote, d.title AS title,
       d.url AS url, d.published_at AS published_at, d.id AS document, r.id AS citation
ORDER BY speaker, before_date, date, before_citation, citation
LIMIT $limit
