# Numbers and lists. The patterns of lists are those of CLDR.
# Between groups of three digits: a narrow space that does not break.
format-group = {"\u202F"}
format-decimal = .
format-percent = { $number }{"\u202F"}%
format-percent-below = below { $number }{"\u202F"}%
format-bytes = { $number }{"\u202F"}bytes
format-kilobytes = { $number }{"\u202F"}kB
format-megabytes = { $number }{"\u202F"}MB
format-of-total = { $number } of { $total }
format-range = { $low } to { $high }
format-quoted = “{ $text }”
format-list-two = { $first } and { $second }
format-list-middle = { $list }, { $item }
format-list-end = { $list } and { $item }
format-clauses = { $list }; { $item }
