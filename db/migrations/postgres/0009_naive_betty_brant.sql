CREATE TABLE "letter_counters" (
	"office_id" text NOT NULL,
	"way" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "letter_counters_office_id_way_year_pk" PRIMARY KEY("office_id","way","year")
);
--> statement-breakpoint
CREATE TABLE "letter_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"event_id" text,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"subject" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letterheads" (
	"office_id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"address" jsonb NOT NULL,
	"contact" jsonb NOT NULL,
	"footer" jsonb NOT NULL,
	"place" jsonb NOT NULL,
	"logo_id" text,
	"number_pattern" text NOT NULL,
	"incoming_pattern" text NOT NULL,
	"formulas" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"event_id" text NOT NULL,
	"way" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"reference" text NOT NULL,
	"dated_on" text NOT NULL,
	"invitation_id" text,
	"correspondent" jsonb NOT NULL,
	"subject" jsonb NOT NULL,
	"snapshot" jsonb,
	"batch_id" text NOT NULL,
	"scan_id" text,
	"their_reference" text DEFAULT '' NOT NULL,
	"received_on" text,
	"replies_to" text,
	"voided_at" timestamp (3) with time zone,
	"void_reason" text DEFAULT '' NOT NULL,
	"search_key" text NOT NULL,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signatories" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"names" jsonb NOT NULL,
	"position" jsonb NOT NULL,
	"signature_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "letter_counters" ADD CONSTRAINT "letter_counters_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_templates" ADD CONSTRAINT "letter_templates_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_templates" ADD CONSTRAINT "letter_templates_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letterheads" ADD CONSTRAINT "letterheads_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatories" ADD CONSTRAINT "signatories_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_templates_office" ON "letter_templates" USING btree ("office_id","event_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_number" ON "letters" USING btree ("office_id","way","year","number");--> statement-breakpoint
CREATE INDEX "letters_event" ON "letters" USING btree ("event_id","way","year","number");--> statement-breakpoint
CREATE INDEX "letters_batch" ON "letters" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "letters_invitation" ON "letters" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "signatories_office" ON "signatories" USING btree ("office_id","created_at");