CREATE TABLE "export_marks" (
	"person" text COLLATE "C" NOT NULL,
	"query" text COLLATE "C" NOT NULL,
	"cursor" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "export_marks_query" ON "export_marks" USING btree ("person","query");--> statement-breakpoint
CREATE INDEX "export_marks_at" ON "export_marks" USING btree ("person","at");