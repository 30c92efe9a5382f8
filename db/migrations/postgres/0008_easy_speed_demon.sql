CREATE TABLE "suppressions" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"address" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"added_by" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "suppressions_address" ON "suppressions" USING btree ("office_id","address","reason");--> statement-breakpoint
CREATE INDEX "suppressions_office" ON "suppressions" USING btree ("office_id","created_at");