CREATE TABLE "import_cells" (
	"import_id" text NOT NULL,
	"position" integer NOT NULL,
	"lines" jsonb NOT NULL,
	CONSTRAINT "import_cells_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "line_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "header_line" integer;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "choices" jsonb;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "latin_sound" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "arabic_sound" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_cells" ADD CONSTRAINT "import_cells_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "persons_latin_sound" ON "persons" USING btree ("office_id","latin_sound");--> statement-breakpoint
CREATE INDEX "persons_arabic_sound" ON "persons" USING btree ("office_id","arabic_sound");--> statement-breakpoint
ALTER TABLE "imports" DROP COLUMN "cells";