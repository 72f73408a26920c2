// To whom a claim was told, and with which stance: by the channel that spoke, or the one it was said
// through. An audience is one a document names for the channel; `null` stands for none known.
MATCH (c:Claim {id: $id})<-[r:SAID]-(s:Actor)
OPTIONAL MATCH (via:Entity:Channel {id: r.via})
WITH r, CASE WHEN s:Channel THEN s ELSE via END AS channel
OPTIONAL MATCH (channel)-[:ADDRESSES]->(a:Audience)
WITH r, channel, collect(DISTINCT a.name) + coalesce(channel.audience, []) AS audiences
UNWIND CASE WHEN size(audiences) = 0 THEN [null] ELSE audiences END AS audience
WITH audience, r.stance AS stance, channel, r
ORDER BY r.published_at, r.id
RETURN audience, stance, count(DISTINCT r) AS sentences,
       [id IN collect(DISTINCT channel.id) WHERE id IS NOT NULL] AS channels,
       collect(DISTINCT r.id)[..$citations] AS citations
ORDER BY audience, stance
