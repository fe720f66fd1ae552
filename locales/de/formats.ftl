# Zahlen und Aufzählungen, nach CLDR.
format-group = {"\u202F"}
format-decimal = ,
format-percent = { $number }{"\u202F"}%
format-percent-below = unter { $number }{"\u202F"}%
format-bytes = { $number }{"\u202F"}Byte
format-kilobytes = { $number }{"\u202F"}kB
format-megabytes = { $number }{"\u202F"}MB
format-of-total = { $number } von { $total }
format-range = { $low } bis { $high }
format-quoted = „{ $text }“
format-list-two = { $first } und { $second }
format-list-middle = { $list }, { $item }
format-list-end = { $list } und { $item }
format-clauses = { $list }; { $item }
