Show who is active

A view comes after what it names, here another view. Its query stays as it is written, line by line.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String country; boolean active; }

== after ==
-- ActiveCustomer.java
@View(with = "security_barrier=true", comment = "Those who buy", query = """
    SELECT id, country
    FROM customer
    WHERE active""")
record ActiveCustomer(long id, String country) {}
-- ActiveByCountry.java
@View(query = "SELECT country, count(*) AS customers FROM active_customer GROUP BY country")
record ActiveByCountry(String country, long customers) {}

== rows ==
INSERT INTO customer VALUES (1, 'de', true), (2, 'fr', false), (3, 'de', true);

== messages ==
ActiveByCountry.java:2: error: [lockstep:ViewAdded] view "active_by_country" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create view active_by_country"
ActiveCustomer.java:5: error: [lockstep:ViewAdded] view "active_customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create view active_customer"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.view;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Show who is active")
public final class M0002_ShowWhoIsActive implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createView(
        view("active_customer", """
            SELECT id, country
            FROM customer
            WHERE active""")
            .with("security_barrier", "true"));
    schema.commentOnView("active_customer", "Those who buy");
    schema.createView("active_by_country",
        "SELECT country, count(*) AS customers FROM active_customer GROUP BY country");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropView("active_by_country");
    schema.commentOnView("active_customer", "");
    schema.dropView("active_customer");
  }
}

== sql up ==
CREATE VIEW "public"."active_customer" WITH ("security_barrier" = 'true') AS
SELECT id, country
FROM customer
WHERE active;
COMMENT ON VIEW "public"."active_customer" IS 'Those who buy';
CREATE VIEW "public"."active_by_country" AS
SELECT country, count(*) AS customers FROM active_customer GROUP BY country;

== sql down ==
DROP VIEW "public"."active_by_country";
COMMENT ON VIEW "public"."active_customer" IS NULL;
DROP VIEW "public"."active_customer";

== snapshot ==
  {
-   "format": 1,
+   "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_ShowWhoIsActive"
    ],
    "tables": [
...
        ]
      }
+   ],
+   "views": [
+     {
+       "name": "active_by_country",
+       "class": "shop.ActiveByCountry",
+       "query": "SELECT country, count(*) AS customers FROM active_customer GROUP BY country"
+     },
+     {
+       "name": "active_customer",
+       "class": "shop.ActiveCustomer",
+       "comment": "Those who buy",
+       "with": {
+         "security_barrier": "true"
+       },
+       "query": [
+         "SELECT id, country",
+         "FROM customer",
+         "WHERE active"
+       ]
+     }
    ]
  }

== rows after ==
SELECT * FROM active_by_country;
de | 2
