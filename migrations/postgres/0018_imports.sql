CREATE TABLE "import_pages" (
	"import" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C",
	"content_type" text COLLATE "C",
	"why" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "import_progress" (
	"import" text COLLATE "C" PRIMARY KEY NOT NULL,
	"phase" text COLLATE "C" NOT NULL,
	"done" bigint NOT NULL,
	"read" bigint NOT NULL,
	"added" bigint NOT NULL,
	"changed" bigint NOT NULL,
	"same" bigint NOT NULL,
	"refused" bigint NOT NULL,
	"labels" text NOT NULL,
	"at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_refusals" (
	"import" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"line" bigint NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"field" text COLLATE "C",
	"excerpt" text COLLATE "C" NOT NULL,
	"kept" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C",
	"format" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"size" bigint NOT NULL,
	"publisher" text COLLATE "C",
	"head" text COLLATE "C",
	"mapping" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"why" text COLLATE "C",
	"added" bigint,
	"changed" bigint,
	"same" bigint,
	"refused" bigint,
	"received_at" text COLLATE "C" NOT NULL,
	"started_at" text COLLATE "C",
	"ended_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"publisher" text COLLATE "C" NOT NULL,
	"label_key" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"meaning" text COLLATE "C" NOT NULL,
	"rating" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "publisher_labels" (
	"publisher" text COLLATE "C" NOT NULL,
	"label_key" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C",
	"language" text COLLATE "C" NOT NULL,
	"rulings" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_pages" ADD CONSTRAINT "import_pages_import_imports_id_fk" FOREIGN KEY ("import") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_progress" ADD CONSTRAINT "import_progress_import_imports_id_fk" FOREIGN KEY ("import") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_refusals" ADD CONSTRAINT "import_refusals_import_imports_id_fk" FOREIGN KEY ("import") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "import_pages_number" ON "import_pages" USING btree ("import","number");--> statement-breakpoint
CREATE INDEX "import_pages_kept" ON "import_pages" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "import_refusals_number" ON "import_refusals" USING btree ("import","number");--> statement-breakpoint
CREATE INDEX "imports_received" ON "imports" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "imports_source" ON "imports" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "imports_head" ON "imports" USING btree ("head","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "labels_of" ON "labels" USING btree ("publisher","label_key");--> statement-breakpoint
CREATE UNIQUE INDEX "publisher_labels_of" ON "publisher_labels" USING btree ("publisher","label_key");