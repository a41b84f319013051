package dev.lockstep.example.shop;

import dev.lockstep.annotations.Check;
import dev.lockstep.annotations.Column;
import dev.lockstep.annotations.Id;
import dev.lockstep.annotations.Index;
import dev.lockstep.annotations.References;
import dev.lockstep.annotations.ReferentialAction;
import dev.lockstep.annotations.Table;
import dev.lockstep.annotations.Unique;
import java.math.BigDecimal;

/** One product of an order, at the price of that day; its key is composite. */
@Table
@Unique(columns = {"orderId", "productId"})
public record OrderLine(
    @Id @References(value = Order.class, onDelete = ReferentialAction.CASCADE)
    long orderId,

    @Id int lineNumber,
    @References(Product.class) @Index long productId,
    @Check("quantity > 0") int quantity,
    @Column(precision = 10, scale = 2) BigDecimal unitPrice) {}
