Stop selling blue

A constant that is gone may still be in the rows; then the new check would fail. Put it back until no
row holds it, or say that none does.

== before ==
-- Shirt.java
@Table class Shirt { @Id long id; @Column(nullable = false) Color color; }
-- Color.java
enum Color { RED, BLUE }

== after ==
-- Color.java
enum Color { RED }

== messages ==
Shirt.java:1: error: [lockstep:EnumValueRemoved] check "shirt_color_check" of table "shirt" no longer allows 'BLUE', but rows may hold it
      no row holds it: mvn compile -Dlockstep.migrate="Change check shirt_color_check of shirt" -Dlockstep.accept=data-loss

== refused ==
Shirt.java:1: error: [lockstep:EnumValueRemoved] check "shirt_color_check" of table "shirt" no longer allows 'BLUE', but rows may hold it
      no row holds it: mvn compile -Dlockstep.migrate="Stop selling blue" -Dlockstep.accept=data-loss
