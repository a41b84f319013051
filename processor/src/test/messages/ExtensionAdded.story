An extension is new

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- package-info.java
@dev.lockstep.annotations.Database(extensions = "citext") package shop;

== messages ==
package-info.java:1: error: [lockstep:ExtensionAdded] extension "citext" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create extension citext"
