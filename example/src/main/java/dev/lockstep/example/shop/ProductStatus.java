package dev.lockstep.example.shop;

/** Whether a product can be bought; kept as text with a check. */
public enum ProductStatus {
  DRAFT,
  ON_SALE,
  SOLD_OUT
}
