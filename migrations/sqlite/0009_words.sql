CREATE TABLE `documents` (
	`number` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`stems` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_subject` ON `documents` (`subject`);--> statement-breakpoint
CREATE TABLE `unindexed` (
	`number` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `words` (
	`stem` text PRIMARY KEY NOT NULL,
	`tail` text NOT NULL,
	`claims` integer NOT NULL,
	`documents` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `words_tail` ON `words` (`tail`);