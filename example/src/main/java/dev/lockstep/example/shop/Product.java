package dev.lockstep.example.shop;

import dev.lockstep.annotations.Check;
import dev.lockstep.annotations.Column;
import dev.lockstep.annotations.Id;
import dev.lockstep.annotations.Identity;
import dev.lockstep.annotations.Index;
import dev.lockstep.annotations.References;
import dev.lockstep.annotations.Table;
import java.math.BigDecimal;
import java.util.List;

/** Something to buy; its tags are an array. */
@Table
@Index(columns = "tags", method = "gin")
public record Product(
    @Id @Identity long id,
    @Column(length = 40, unique = true) String sku,
    @Column(length = 200) String name,
    @References(Category.class) @Index long categoryId,
    @Column(precision = 10, scale = 2) @Check("price >= 0") BigDecimal price,
    @Column(defaultValue = "'{}'") List<String> tags,
    @Column(defaultValue = "'DRAFT'") ProductStatus status) {
  public Product {
    tags = List.copyOf(tags);
  }
}
