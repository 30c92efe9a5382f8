CREATE TABLE "question_answers" (
	"attendee_id" text NOT NULL,
	"question_id" text NOT NULL,
	"option_id" text DEFAULT '' NOT NULL,
	"event_id" text NOT NULL,
	"value" text DEFAULT '' NOT NULL,
	"amount" double precision,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "question_answers_attendee_id_question_id_option_id_pk" PRIMARY KEY("attendee_id","question_id","option_id")
);
--> statement-breakpoint
CREATE TABLE "question_files" (
	"document_id" text PRIMARY KEY NOT NULL,
	"attendee_id" text NOT NULL,
	"question_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"part_id" text,
	"kind" text NOT NULL,
	"label" jsonb NOT NULL,
	"hint" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"is_required" boolean NOT NULL,
	"audience" text NOT NULL,
	"condition" jsonb,
	"least" text,
	"most" text,
	"is_sensitive" boolean NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_files" ADD CONSTRAINT "question_files_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_files" ADD CONSTRAINT "question_files_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_files" ADD CONSTRAINT "question_files_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_part_id_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."parts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_answers_question" ON "question_answers" USING btree ("question_id","option_id");--> statement-breakpoint
CREATE INDEX "question_files_attendee" ON "question_files" USING btree ("attendee_id");--> statement-breakpoint
CREATE INDEX "question_files_question" ON "question_files" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "questions_event" ON "questions" USING btree ("event_id","position");