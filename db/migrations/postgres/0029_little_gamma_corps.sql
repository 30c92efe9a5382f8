CREATE TABLE "exhibit_wordings" (
	"exhibit_id" text NOT NULL,
	"path" text NOT NULL,
	"beside" jsonb NOT NULL,
	CONSTRAINT "exhibit_wordings_exhibit_id_path_pk" PRIMARY KEY("exhibit_id","path")
);
--> statement-breakpoint
ALTER TABLE "exhibit_wordings" ADD CONSTRAINT "exhibit_wordings_exhibit_id_exhibits_id_fk" FOREIGN KEY ("exhibit_id") REFERENCES "public"."exhibits"("id") ON DELETE cascade ON UPDATE no action;