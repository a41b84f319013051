An extension without a name

== after ==
-- T.java
@Table class T { @Id long id; }
-- package-info.java
@dev.lockstep.annotations.Database(extensions = "") package shop;

== messages ==
package-info.java:1: error: [lockstep:ExtensionInvalid] "" is not the name of an extension
      name one: extensions = "citext"

== fix name one: extensions = "citext" ==
package-info.java: extensions = "" => extensions = "citext"
