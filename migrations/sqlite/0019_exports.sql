CREATE TABLE `export_marks` (
	`person` text NOT NULL,
	`query` text NOT NULL,
	`cursor` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `export_marks_query` ON `export_marks` (`person`,`query`);--> statement-breakpoint
CREATE INDEX `export_marks_at` ON `export_marks` (`person`,`at`);