An extension is not listed any more

== before ==
-- package-info.java
@dev.lockstep.annotations.Database(extensions = "citext") package shop;
-- User.java
@Table class User { @Id long id; }

== after ==
-- package-info.java
@dev.lockstep.annotations.Database package shop;

== messages ==
package-info.java:1: error: [lockstep:ExtensionRemoved] extension "citext" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop extension citext"
