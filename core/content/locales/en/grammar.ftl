# Words that a language bends in its own way: other messages refer to them.
partner = your partner
partner-start = Your partner
