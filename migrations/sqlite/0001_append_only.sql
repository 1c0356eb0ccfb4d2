-- The record only grows: entries, publications and texts are never changed or removed.
CREATE TRIGGER `ledger_no_update` BEFORE UPDATE ON `ledger`
BEGIN
  SELECT raise(ABORT, 'ledger only grows');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_no_delete` BEFORE DELETE ON `ledger`
BEGIN
  SELECT raise(ABORT, 'ledger only grows');
END;
--> statement-breakpoint
CREATE TRIGGER `publications_no_update` BEFORE UPDATE ON `publications`
BEGIN
  SELECT raise(ABORT, 'publications only grows');
END;
--> statement-breakpoint
CREATE TRIGGER `publications_no_delete` BEFORE DELETE ON `publications`
BEGIN
  SELECT raise(ABORT, 'publications only grows');
END;
--> statement-breakpoint
CREATE TRIGGER `texts_no_update` BEFORE UPDATE ON `texts`
WHEN old.text <> new.text OR old.hash <> new.hash
BEGIN
  SELECT raise(ABORT, 'texts only grows');
END;
--> statement-breakpoint
CREATE TRIGGER `texts_no_delete` BEFORE DELETE ON `texts`
BEGIN
  SELECT raise(ABORT, 'texts only grows');
END;
