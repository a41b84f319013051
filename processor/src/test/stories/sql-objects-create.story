Guard the accounts

What has no annotation of its own is SQL. Each comes after what it needs, and goes before it.

== before ==
-- Account.java
@Table class Account { @Id long id; String owner; Instant changedAt; }

== after ==
-- Account.java
@SqlObject(name = "touch", create = """
    CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.changed_at := '2025-01-01 00:00:00Z';
      RETURN NEW;
    END
    $$""", drop = "DROP FUNCTION touch()")
@SqlObject(name = "account_touch",
    create = "CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch()",
    drop = "DROP TRIGGER account_touch ON account", needs = {"account", "touch"})
@SqlObject(name = "account_owner", create = """
    ALTER TABLE account ENABLE ROW LEVEL SECURITY;
    CREATE POLICY account_owner ON account USING (owner = current_user)""", drop = """
    DROP POLICY account_owner ON account;
    ALTER TABLE account DISABLE ROW LEVEL SECURITY""", needs = "account")
@Table class Account { @Id long id; String owner; Instant changedAt; }

== rows ==
INSERT INTO account VALUES (1, 'ada');

== messages ==
Account.java:11: error: [lockstep:SqlObjectAdded] SQL object "account_owner" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create SQL object account_owner"
Account.java:8: error: [lockstep:SqlObjectAdded] SQL object "account_touch" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create trigger account_touch"
Account.java:1: error: [lockstep:SqlObjectAdded] SQL object "touch" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create function touch"

== migration ==
package shop.migrations;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Guard the accounts")
public final class M0002_GuardTheAccounts implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createObject("account_owner", """
        ALTER TABLE account ENABLE ROW LEVEL SECURITY;
        CREATE POLICY account_owner ON account USING (owner = current_user)""",
        """
        DROP POLICY account_owner ON account;
        ALTER TABLE account DISABLE ROW LEVEL SECURITY""",
        "account");
    schema.createObject("touch", """
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.changed_at := '2025-01-01 00:00:00Z';
          RETURN NEW;
        END
        $$""",
        "DROP FUNCTION touch()");
    schema.createObject("account_touch",
        "CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE "
            + "FUNCTION touch()",
        "DROP TRIGGER account_touch ON account", "account", "touch");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropObject("account_touch", "DROP TRIGGER account_touch ON account");
    schema.dropObject("touch", "DROP FUNCTION touch()");
    schema.dropObject("account_owner", """
        DROP POLICY account_owner ON account;
        ALTER TABLE account DISABLE ROW LEVEL SECURITY""");
  }
}

== sql up ==
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_owner ON account USING (owner = current_user);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := '2025-01-01 00:00:00Z';
  RETURN NEW;
END
$$;
CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch();

== sql down ==
DROP TRIGGER account_touch ON account;
DROP FUNCTION touch();
DROP POLICY account_owner ON account;
ALTER TABLE account DISABLE ROW LEVEL SECURITY;

== snapshot ==
  {
-   "format": 1,
+   "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_GuardTheAccounts"
    ],
    "tables": [
...
        ]
      }
+   ],
+   "objects": [
+     {
+       "name": "account_owner",
+       "class": "shop.Account",
+       "create": [
+         "ALTER TABLE account ENABLE ROW LEVEL SECURITY;",
+         "CREATE POLICY account_owner ON account USING (owner = current_user)"
+       ],
+       "drop": [
+         "DROP POLICY account_owner ON account;",
+         "ALTER TABLE account DISABLE ROW LEVEL SECURITY"
+       ],
+       "needs": [ "account" ]
+     },
+     {
+       "name": "account_touch",
+       "class": "shop.Account",
+       "create": "CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch()",
+       "drop": "DROP TRIGGER account_touch ON account",
+       "needs": [ "account", "touch" ]
+     },
+     {
+       "name": "touch",
+       "class": "shop.Account",
+       "create": [
+         "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$",
+         "BEGIN",
+         "  NEW.changed_at := '2025-01-01 00:00:00Z';",
+         "  RETURN NEW;",
+         "END",
+         "$$"
+       ],
+       "drop": "DROP FUNCTION touch()"
+     }
    ]
  }

== rows after ==
SELECT tgname FROM pg_trigger WHERE tgrelid = 'account'::regclass;
account_touch

SELECT polname FROM pg_policy;
account_owner
