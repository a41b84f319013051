package dev.lockstep.processor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelMentionsTest {
  private static final List<String> CLASSES =
      List.of("com.example.shop.User", "com.example.shop.Order", "com.example.m.Local", "Bare");

  @Test
  void findsWhatIsNamed() {
    for (String source : List.of(
        "import com.example.shop.User;",
        "import static com.example.shop.User.NAME;",
        "Object o = com . example /* there */ . shop.User.class;",
        "import com.example.shop.*; class A { User[] users; }",
        "String s = \"\"\"\n \\\"\"\" // \"\\\\\"\"\"; com.example.shop.User u;",
        "com.example.shop.User.Inner x;")) {
      assertEquals(Optional.of("com.example.shop.User"), mention(source), source);
    }
    assertEquals(Optional.of("com.example.m.Local"), mention("new Local();"));
    assertEquals(Optional.of("com.example.m.Local"), mention("Local.NAME"));
  }

  @Test
  void overlooksWhatIsOnlyAlike() {
    for (String source : List.of(
        "",
        "String s = \"com.example.shop.User\";",
        "String s = \"\"\"\n  com.example.shop.User\n  \\\"\"\" com.example.shop.User\"\"\";",
        "// com.example.shop.User",
        "import com.example.shop.UserName;",
        "class A { User user; }",
        "import com.example.shop.*; class A { String user = \"User\"; }",
        "org.com.example.shop.User u;",
        "import com.example.shop.*; Names.User u;")) {
      assertEquals(Optional.empty(), mention(source), source);
    }
  }

  private static Optional<String> mention(String source) {
    return ModelMentions.first(JavaTokens.of(source), "com.example.m", CLASSES);
  }
}
