package dev.lockstep.example.shop;

/** How far an order is; kept as text with a check. */
public enum OrderStatus {
  PLACED,
  PAID,
  SHIPPED,
  CANCELLED
}
