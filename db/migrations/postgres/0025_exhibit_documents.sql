CREATE TABLE "exhibit_drafts" (
	"exhibit_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exhibit_edits" (
	"exhibit_id" text NOT NULL,
	"version" integer NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"before" jsonb NOT NULL,
	CONSTRAINT "exhibit_edits_exhibit_id_version_pk" PRIMARY KEY("exhibit_id","version")
);
--> statement-breakpoint
CREATE TABLE "exhibit_media" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibit_id" text NOT NULL,
	"file_id" text,
	"document_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exhibit_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibit_id" text NOT NULL,
	"number" integer NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"made_at" timestamp (3) with time zone NOT NULL,
	"publish_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exhibits" ADD COLUMN "ahead" text DEFAULT 'no' NOT NULL;--> statement-breakpoint
ALTER TABLE "exhibits" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "exhibits" ADD COLUMN "lacking" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "exhibit_drafts" ADD CONSTRAINT "exhibit_drafts_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_edits" ADD CONSTRAINT "exhibit_edits_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_media" ADD CONSTRAINT "exhibit_media_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_media" ADD CONSTRAINT "exhibit_media_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_media" ADD CONSTRAINT "exhibit_media_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exhibit_versions" ADD CONSTRAINT "exhibit_versions_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exhibit_media_exhibit" ON "exhibit_media" USING btree ("exhibit_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "exhibit_versions_number" ON "exhibit_versions" USING btree ("exhibit_id","number");--> statement-breakpoint
CREATE INDEX "exhibit_versions_due" ON "exhibit_versions" USING btree ("publish_at");--> statement-breakpoint
-- What exhibits said until now becomes their documents, before the columns it stood in go.
INSERT INTO "exhibit_media" ("id", "exhibit_id", "file_id", "document_id", "created_at")
SELECT p."id", p."exhibit_id", p."file_id", NULL, e."created_at" FROM "exhibit_pictures" p JOIN "exhibits" e ON e."id" = p."exhibit_id";--> statement-breakpoint
INSERT INTO "exhibit_drafts" ("exhibit_id", "version", "updated_at", "content")
SELECT e."id", 1, e."updated_at", jsonb_build_object(
	'title', e."title", 'summary', e."summary", 'organisationName', e."organisation_name",
	'sectors', (SELECT coalesce(jsonb_agg(s."sector"), '[]') FROM "exhibit_sectors" s WHERE s."exhibit_id" = e."id"),
	'governorates', (SELECT coalesce(jsonb_agg(g."pcode"), '[]') FROM "exhibit_governorates" g WHERE g."exhibit_id" = e."id"),
	'contact', e."contact",
	'links', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', 'link-' || (l.n - 1), 'url', l.j ->> 'url', 'label', l.j -> 'label') ORDER BY l.n), '[]') FROM jsonb_array_elements(e."links") WITH ORDINALITY AS l(j, n)),
	'coverPicture', (SELECT p."id" FROM "exhibit_pictures" p WHERE p."exhibit_id" = e."id" ORDER BY p."position", p."id" LIMIT 1),
	'pictures', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p."id", 'alt', p."alt", 'caption', p."caption", 'credit', p."credit", 'focus', jsonb_build_object('x', 50, 'y', 50)) ORDER BY p."position", p."id"), '[]') FROM "exhibit_pictures" p WHERE p."exhibit_id" = e."id"),
	'blocks', (SELECT coalesce(jsonb_agg(b.j ORDER BY b.o), '[]') FROM (
		SELECT 1 AS o, jsonb_build_object('id', 'text', 'kind', 'text', 'heading', '{}'::jsonb, 'text', e."body") AS j WHERE e."body" <> '{}'::jsonb
		UNION ALL
		SELECT 2, jsonb_build_object('id', 'figures', 'kind', 'figures', 'heading', '{}'::jsonb, 'items', (SELECT jsonb_agg(jsonb_build_object('id', f."id", 'value', f."value", 'qualifier', f."qualifier", 'label', f."label", 'unit', f."unit", 'asOf', f."as_of", 'source', f."source", 'sourceUrl', coalesce(f."source_url", '')) ORDER BY f."position", f."id") FROM "figures" f WHERE f."exhibit_id" = e."id"))
		WHERE EXISTS (SELECT 1 FROM "figures" f WHERE f."exhibit_id" = e."id")
		UNION ALL
		SELECT 3, jsonb_build_object('id', 'gallery', 'kind', 'gallery', 'heading', '{}'::jsonb, 'items', (SELECT jsonb_agg(jsonb_build_object('id', x."id", 'picture', x."id") ORDER BY x."position", x."id") FROM (SELECT p."id", p."position" FROM "exhibit_pictures" p WHERE p."exhibit_id" = e."id" ORDER BY p."position", p."id" OFFSET 1) x))
		WHERE (SELECT count(*) FROM "exhibit_pictures" p WHERE p."exhibit_id" = e."id") > 1
	) b)
) FROM "exhibits" e;--> statement-breakpoint
INSERT INTO "exhibit_versions" ("id", "exhibit_id", "number", "actor_kind", "actor_id", "made_at", "publish_at", "published_at", "content")
SELECT e."id", e."id", 1, 'system', NULL, e."updated_at", NULL, CASE e."state" WHEN 'published' THEN coalesce(e."published_at", e."updated_at") END, d."content"
FROM "exhibits" e JOIN "exhibit_drafts" d ON d."exhibit_id" = e."id" WHERE e."state" <> 'draft';--> statement-breakpoint
ALTER TABLE "exhibit_pictures" DROP COLUMN "caption";--> statement-breakpoint
ALTER TABLE "exhibit_pictures" DROP COLUMN "credit";--> statement-breakpoint
ALTER TABLE "exhibits" DROP COLUMN "body";--> statement-breakpoint
ALTER TABLE "exhibits" DROP COLUMN "contact";--> statement-breakpoint
ALTER TABLE "exhibits" DROP COLUMN "links";