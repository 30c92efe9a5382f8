CREATE TABLE "organisation_quotas" (
	"part_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"seats" integer NOT NULL,
	CONSTRAINT "organisation_quotas_part_id_organisation_id_pk" PRIMARY KEY("part_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "parts" ADD COLUMN "seats_given" text DEFAULT 'atOnce' NOT NULL;--> statement-breakpoint
ALTER TABLE "parts" ADD COLUMN "offer_hours" integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE "parts" ADD COLUMN "organisation_quota" integer;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "waiting_rank" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "offer_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "rests_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organisation_quotas" ADD CONSTRAINT "organisation_quotas_part_id_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."parts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_quotas" ADD CONSTRAINT "organisation_quotas_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendances_offered" ON "attendances" USING btree ("offer_until") WHERE "attendances"."offer_until" is not null;